/** What the tests of all families share: real objects, and runs of units of shipped documents. */
package org.proteus.programs.trial;
