/** Programs for office documents: LibreOffice, one profile for each process. */
package org.proteus.programs.office;
