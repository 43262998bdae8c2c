/**
 * Finding nodes: selectors, and the index that answers them.
 *
 * <h2>Grammar</h2>
 *
 * Selectors are written as in CSS (Selectors Level 4), over nodes instead of elements:
 *
 * <pre>
 * list       = complex *( "," complex )                       any of them
 * complex    = compound *( combinator compound )
 * combinator = white space                                     a descendant
 *            | "&gt;"                                           a child
 * compound   = 1*( "*" | type | id | attribute | pseudo )      all of them; "*" only first
 * type       = "." word                                        the node's kind, or one of its types
 * id         = "#" word                                        its marker id, or its node id from
 *                                                              six hexadecimal digits on
 * attribute  = "[" word "]"                                    it has the attribute
 *            | "[" word operator value [ "i" | "s" ] "]"
 * operator   = "=" | "!=" | "*=" | "^=" | "$=" | "~=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * value      = word | number | quoted text
 * pseudo     = ":not(" list ")" | ":is(" list ")"
 *            | ":has(" relative *( "," relative ) ")"       something below it is
 *            | ":can(" [ "." ] word ")"                        its metadatum "can" holds the word
 *            | ":contains(" value [ "i" ] ")"                  its text holds the text
 *            | ":nth-child(" nth [ " of " list ] ")"           its place among its siblings, from 1
 *            | ":first-child" | ":last-child" | ":root" | ":empty"
 * relative   = [ "&gt;" ] complex                            all of it stands below; "&gt;" right below
 * nth        = "odd" | "even" | number | [ number ] "n" [ "+" number | "-" number ]
 * word       = letters, digits, "_", "-", characters beyond ASCII, and "\" before any other one
 * number     = [ "-" | "+" ] digits [ "." digits ] [ "e" digits ]
 * quoted     = in " or in ', where "\" stands before a quote or a backslash
 * </pre>
 *
 * In {@code [word]}, a word may also hold dots. Types, ids and values are compared exactly; {@code
 * i} before the closing bracket compares without regard to case, {@code s} (as without either) with
 * it.
 *
 * <h2>What a selector sees</h2>
 *
 * All nodes below the root but the pieces of text between snippets (kinds {@code head} and {@code
 * gap}), which are their container's text, as text nodes are in CSS. Files are looked into whether
 * they are stored raw or scanned (see {@link org.fxd.graph.api.projection}).
 *
 * <h2>Attributes</h2>
 *
 * The value of the attribute {@code x} of a node is the first of these that there is:
 *
 * <ol>
 *   <li>the metadatum {@code x};
 *   <li>what follows from the node itself and where it stands: {@code kind}; {@code type} (its
 *       types); {@code name}; {@code id} (its {@link org.fxd.graph.api.NodeId}); {@code path} (its
 *       {@link org.fxd.graph.api.NodePath}); {@code file} (the path of the file it is, or is in,
 *       below {@code code}, with slashes); {@code lang} (that file's); {@code value} (its own
 *       value);
 *   <li>if its value is a JSON object: the member {@code x};
 *   <li>the value of the first child named {@code x}, if selectors see that child.
 * </ol>
 *
 * The original calls this order "meta, type, value, child".
 *
 * <p>Numbers equal the texts that write them: {@code [order=5]} finds the number 5 and the text
 * "5". {@code < <= > >=} compare as numbers if both sides are, else as texts. {@code ~=} asks for
 * one word of a text with white space between, or one element of a JSON array. {@code [x!=y]} finds
 * nodes that have {@code x} with another value, and those that do not have {@code x}, as {@code
 * :not([x=y])} does. Nothing holds, begins or ends with the empty text, as in CSS. Bytes, blobs,
 * references and links compare as the hexadecimal digits that write them.
 *
 * <p>The text that {@code :contains} looks into is that of all leaves below a node, joined in
 * order; what begins in one file does not go on in the next.
 *
 * <p>Nodes are told in the order of the tree, outer before inner.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.select;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
