/** HTTP and HTTPS: single URLs as sources. Every connection is made in one place. */
package org.proteus.data.http;
