/** What every data handler must pass; outside handlers extend these classes from the test jar. */
package org.proteus.data.contract;
