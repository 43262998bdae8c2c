/**
 * Takes the commands of other processes for the projects that are open here.
 *
 * <p>{@link org.fxd.shell.remote.ProjectSockets} listens for each project that this process may
 * write to; {@link org.fxd.shell.remote.ProjectListener} is one socket, {@link
 * org.fxd.shell.remote.Visit} one process that came. Each visit is a session of its own, on threads
 * of its own: nobody here waits for it, and the project stays open when it ends.
 */
package org.fxd.shell.remote;
