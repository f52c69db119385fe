package main

import (
	"errors"

	"github.com/urfave/cli/v2"
)

func checkCommand(env environment) *cli.Command {
	return &cli.Command{Name: "check", Flags: append(commonFlags(), reportFlags()...), Action: func(*cli.Context) error {
		return errors.New("check is not supported yet")
	}}
}

func explainCommand(env environment) *cli.Command {
	return &cli.Command{Name: "explain", Action: func(*cli.Context) error {
		return errors.New("explain is not supported yet")
	}}
}
