/**
 * The plugin host: keeps the bundles in the framework equal to the jars in a folder.
 *
 * <p>One thread, the {@link org.fxd.plugin.host.Loop}, owns all state, so nothing here is locked
 * and every snapshot that others see is consistent. What may take long or hang runs elsewhere:
 * reading jars, and starting and stopping plugins, on {@link org.fxd.plugin.host.Workers} with
 * deadlines. The way of a jar: {@link org.fxd.plugin.host.FolderWatch} hears of a change, {@link
 * org.fxd.plugin.host.Intake} waits until the jar is whole and copies it into the {@link
 * org.fxd.plugin.host.ContentStore}, {@link org.fxd.plugin.host.Deployer} puts it in place of the
 * one before, and {@link org.fxd.plugin.host.Assessor} tells how it fares, on the {@link
 * org.fxd.plugin.host.Board}.
 *
 * <p>Bundles are installed by reference from the content store, which several processes may share:
 * the dropped jar is never held open, and a content's file is never changed. Content that is no
 * longer used stays there; collecting it needs to know of all processes and comes later. Which
 * bundles belong to the host is written in a {@link org.fxd.plugin.host.Ledger}; it never touches
 * others. Plugins are started transiently: after a restart of the framework it is the host that
 * starts them, so that a hanging one cannot hold up the framework.
 *
 * <p>Framework properties: {@code fxd.plugins.dir} and {@code fxd.content.dir} name the two folders
 * (in the bundle's own data area if not set), {@code fxd.plugins.start.millis} how long a plugin
 * may take to start (10,000 if not set).
 */
package org.fxd.plugin.host;
