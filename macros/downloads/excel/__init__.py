"""What an Excel file of a form is made of."""
