/**
 * The vocabulary that all rooms share. Knows the JDK and Jackson's annotations, nobody else.
 */
package org.proteus.foundation.model;
