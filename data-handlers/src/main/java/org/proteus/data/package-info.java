/** Where objects are: data sources, sinks, bridges and the staging store. */
package org.proteus.data;
