/**
 * Commands that make views, write them and take their text back. A view is one that someone made,
 * or a file, which has one of its own ({@link org.fxd.shell.command.view.MeantView}).
 */
package org.fxd.shell.command.view;
