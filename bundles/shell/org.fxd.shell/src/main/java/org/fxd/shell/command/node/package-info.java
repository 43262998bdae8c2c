/**
 * Commands that read and change single nodes. Each change is one operation, made through a cursor
 * of the caller's session; which node is meant is found in one way by all ({@link
 * org.fxd.shell.project.Meant}).
 */
package org.fxd.shell.command.node;
