using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>One row or card of a file, in neutral words, whatever program wrote it.</summary>
/// <param name="Row">The line of the file on which it begins.</param>
public abstract record Incoming(long Row)
{
    /// <summary>The character of that line, from 1, where only a part of it is meant; 1 where it is the line as a whole.</summary>
    public int Column { get; init; } = 1;

    /// <summary>How many rows of the file it stands for.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>What the readers of files found wrong. What cost nothing is not told.</summary>
    internal static IEnumerable<Incoming> Of(IEnumerable<FormatProblem> problems) =>
        from problem in problems
        where problem.Kind != ProblemKind.Note
        select problem.Kind == ProblemKind.Refusal
            ? (Incoming)new Unusable(problem.Line, problem.Sentence()) { Column = problem.Column, IsEnd = problem.IsEnd }
            : new Remark(problem.Line, problem.Sentence()) { Column = problem.Column };
}

/// <summary>Somebody a file tells of.</summary>
public sealed record IncomingPerson(long Row, PersonDetails Details) : Incoming(Row)
{
    public IReadOnlyList<AffiliationDetails> Affiliations { get; init; } = [];

    /// <summary>How the source itself calls them, the same in every export: a UID, a profile. Null where it has no such thing.</summary>
    public string? Identity { get; init; }

    /// <summary>The card as it came.</summary>
    public string? Card { get; init; }

    /// <summary>The card's own UID.</summary>
    public string? Uid { get; init; }

    /// <summary>What else, beside details and affiliations, makes this row another one when it changes.</summary>
    public string? Content { get; init; }

    /// <summary>Relations among the details that name another card.</summary>
    public IReadOnlyList<RelatedCard> Related { get; init; } = [];

    /// <summary>What of it could not be kept, each with its line and under its heading.</summary>
    public IReadOnlyList<RowProblem> LeftOut { get; init; } = [];
}

/// <summary>A relation to whoever came with a card of this identity.</summary>
public sealed record RelatedCard(string Kind, string Name, string Identity);

/// <summary>A contact a file tells of.</summary>
public sealed record IncomingTouch(long Row, IncomingPerson With, DateOnly On, TouchKind Kind) : Incoming(Row)
{
    public Direction Direction { get; init; }

    public string? Note { get; init; }

    /// <summary>What is the same in every export: all that falls on one such identity is one touch.</summary>
    public required string Identity { get; init; }

}

/// <summary>A row of which nothing can be used, and why.</summary>
public sealed record Unusable(long Row, Reason Why) : Incoming(Row)
{
    /// <summary>Because of it the rest of the file was not read: that is told however much else is.</summary>
    public bool IsEnd { get; init; }
}

/// <summary>A row about somebody who is here already, and that says nothing new.</summary>
public sealed record Known(long Row) : Incoming(Row);

/// <summary>What is wrong with a file beyond what its reader lists.</summary>
/// <param name="Problems">So many problems.</param>
/// <param name="Refused">So many of them are rows of which nothing can be used.</param>
public sealed record Unlisted(int Problems, int Refused) : Incoming(0);

/// <summary>Something to say of the file that is no row of its own.</summary>
public sealed record Remark(long Row, Reason What) : Incoming(Row);
