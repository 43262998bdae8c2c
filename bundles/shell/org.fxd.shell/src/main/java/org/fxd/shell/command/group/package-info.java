/**
 * Commands that make, show and change groups. Each change reads the group, makes another one of it
 * and keeps that, in one operation ({@link org.fxd.shell.command.group.GroupEdit}).
 */
package org.fxd.shell.command.group;
