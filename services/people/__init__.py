"""Who may act and who acts for whom: invitations, access, duty, handing over."""
