"""Words on their way: drafts, approval, instructions, what the staff are told."""
