"""Macros of who handles what."""

from __future__ import annotations

from .subject import Subject


class Contacts(Subject):
    """One method a macro."""

    def contacts(self) -> str:
        """Who handles what, all of it; for the page /contacts/ only."""
        return self.page.show("contacts")

    def contact(self, id: str, *, number: bool = False) -> str:
        """Who to ask about one matter: the role, with the way to its row; with `number`, the number to call, where there
        is one."""
        contacts = self.page.handbook.contact
        known = contacts[self.page.known("contact", id, contacts)]
        return self.page.show("contact", contact=known, number=number).strip()

    def call_next(self, id: str) -> str:
        """Whom to call, in this order, where the one who handles a matter does not answer."""
        contacts = self.page.handbook.contact
        return self.page.show("call-next", contact=contacts[self.page.known("contact", id, contacts)])

    def crisis_contacts(self) -> str:
        """Who to call in a crisis."""
        return self.page.show("crisis-contacts")
