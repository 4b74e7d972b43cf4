"""What coordinators see of the register while they bring something into it."""
