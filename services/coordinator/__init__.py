"""What a coordinator does with an appeal before a department has it, or instead of one."""
