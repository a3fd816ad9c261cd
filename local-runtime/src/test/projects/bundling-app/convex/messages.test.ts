export const never = "an entry point, for there are two dots in its name";
