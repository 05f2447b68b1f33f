using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary>A hard time, as programs are told of it.</summary>
public sealed record ChallengeAnswer(Guid Id, string Name, string? Topic, DateOnly? EndsOn)
{
    [Description("What is written is locked; it is told only to who says the passphrase or the recovery code.")]
    public bool IsLocked { get; init; }

    [Description("What is written; null in lists, and while it is locked.")]
    public Narrative? Narrative { get; init; }

    [Description("By when it should be over, in a sentence.")]
    public string Sentence { get; init; } = "";

    public static ChallengeAnswer Of(Challenge it, DateOnly today, Narrative? narrative = null) => new(it.Id, it.Name, it.Topic, it.EndsOn) { IsLocked = it.IsLocked, Narrative = narrative, Sentence = ChallengePage.End(it, today).InWords() };
}

/// <summary>A hard time, as programs begin it.</summary>
public sealed record ChallengeFields
{
    [Description("Your own id for it: begun twice with the same, it is begun once.")]
    public Guid? Id { get; init; }

    [Description("By what you know it; it can be read by whoever can read your data.")]
    public required string Name { get; init; }

    [Description("What it is about, in a word or two.")]
    public string? Topic { get; init; }

    [Description("By when it should be over.")]
    public DateOnly? EndsOn { get; init; }

    public Narrative? Narrative { get; init; }

    public NewChallenge ToNew() => new(Name, Topic, EndsOn) { Id = Id, Narrative = Narrative ?? new() };
}

/// <summary>What is written of a hard time. What is not said stays.</summary>
public sealed record ChallengeWritingFields
{
    [Description("What happened.")]
    public string? Happened { get; init; }

    [Description("How it is.")]
    public string? HowItIs { get; init; }

    [Description("What you need.")]
    public string? Wanted { get; init; }

    [Description("What you tried.")]
    public string? Tried { get; init; }

    [Description("What you fear.")]
    public string? Feared { get; init; }

    [Description("The passphrase or the recovery code, when it is locked.")]
    public string? Passphrase { get; init; }

    public Narrative On(Narrative was) => new(Happened ?? was.Happened, HowItIs ?? was.HowItIs, Wanted ?? was.Wanted, Tried ?? was.Tried, Feared ?? was.Feared);
}

/// <summary>What opens, or is to lock.</summary>
public sealed record PassphraseFields(string Passphrase);

/// <summary>What opens, and what is to lock from now on.</summary>
public sealed record NewPassphraseFields([property: Description("The present passphrase, or the recovery code.")] string Passphrase, string NewPassphrase);

/// <summary>What opens when the passphrase is lost.</summary>
public sealed record RecoveryCodeAnswer([property: Description("Shown now and never again.")] string RecoveryCode);

/// <summary>What is kept when a hard time is over; all else is deleted.</summary>
public sealed record ChallengeCloseFields([property: Description("What was learned, kept as a learning; empty keeps nothing.")] string? Lesson, [property: Description("The learning says what it was about. Learnings are found by search and told to assistants.")] bool KeepTopic = false);

/// <summary>Where to turn to at once.</summary>
public sealed record HelpNowAnswer([property: Description("Two letters; null as long as it was not said.")] string? Country, [property: Description("The lines of that country that are listed; there may be none.")] IReadOnlyList<CrisisLine> Lines, [property: Description("How many entries of the server's own file name no document or no day, and are left out.")] int LeftOut, [property: Description("What this is and is not, in a sentence.")] string Sentence);

public sealed record CrisisCountryFields([property: Description("Two letters (ISO 3166-1); null forgets it.")] string? Country);
