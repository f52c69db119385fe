// Package private holds what the private servers of all databases have in
// common: a folder that is locked for as long as this process lives and that a
// later run removes if it was killed, an account that may run the server where
// we are root, a process that ends with ours.
//
// It takes the program and the habits of a server and returns folders and
// processes. It refuses to know how a server is set up, asked or stopped.
package private
