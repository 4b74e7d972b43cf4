"""From the route to the answer: the department, the approver and the leaders at their work."""
