package mydb

// A Server is a private server.
type Server struct{ address *address }
