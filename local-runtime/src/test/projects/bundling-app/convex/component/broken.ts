import "./nowhere";
