/**
 * Guards the address of every outgoing connection.
 */
package org.proteus.foundation.net;
