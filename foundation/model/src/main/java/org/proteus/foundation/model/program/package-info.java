/**
 * What can transform: programs, their units, and the plans made of them. The XML form of a program
 * document is read and written by {@link org.proteus.foundation.model.program.ProgramDocuments}.
 */
package org.proteus.foundation.model.program;
