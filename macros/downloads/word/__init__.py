"""What a Word form is made of; `..docx` puts it together."""
