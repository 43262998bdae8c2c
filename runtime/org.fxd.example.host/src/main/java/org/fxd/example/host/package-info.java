/**
 * A program with FXD inside: a notebook that keeps its pages in a project, every change of them in
 * its history. It shows all that embedding takes: a host with a data folder of its own, the APIs it
 * shares, and services that are cast without further ado.
 */
package org.fxd.example.host;
