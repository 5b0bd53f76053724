/** What every store of published programs must do. */
package org.proteus.graph.publish.contract;
