namespace Mainstay.Formats;

/// <summary>How much a <see cref="FormatProblem"/> cost.</summary>
public enum ProblemKind
{
    /// <summary>The input breaks a rule of its format, and everything could be read all the same.</summary>
    Note,

    /// <summary>One line or one field could not be understood; it is kept raw.</summary>
    Damage,

    /// <summary>A card, a row or the rest of the file was not read.</summary>
    Refusal,
}

/// <summary>Something that is wrong with the input, said in one sentence for the person who owns the file.</summary>
/// <param name="Line">The physical line, from 1, where it begins.</param>
/// <param name="Column">The character in that line, from 1; 1 when the line as a whole is meant.</param>
/// <param name="Kind">How much it cost.</param>
/// <param name="Message">A sentence in English. It quotes at most a property name or a number, never personal data.</param>
public sealed record FormatProblem(long Line, int Column, ProblemKind Kind, string Message)
{
    internal static FormatProblem Note(long line, string message) => new(line, 1, ProblemKind.Note, message);

    internal static FormatProblem Damage(long line, string message, int column = 1) => new(line, column, ProblemKind.Damage, message);

    internal static FormatProblem Refusal(long line, string message) => new(line, 1, ProblemKind.Refusal, message);
}
