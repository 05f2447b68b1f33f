using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>A message as somebody begins it: to a candidate or a person, from a template.</summary>
public sealed record NewDraft
{
    /// <summary>The draft's id, when the door has one: begun twice with the same, it is begun once.</summary>
    public Guid? Id { get; init; }

    public Guid? CandidateId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>Which words it begins with: the id of one of the owner's templates, or the name of one that is there from the start.</summary>
    public string? Template { get; init; }

    /// <summary>The words themselves, in the place of a template.</summary>
    public Wording? Words { get; init; }

    public Problems Check() => (Words?.Check() ?? []).When((CandidateId ?? PersonId) is null, "to", "Outreach.ToWhom");
}

/// <summary>What a message says.</summary>
public sealed record Wording(string Subject, string Text)
{
    public const int MostSubject = 300, MostText = 20_000;

    public Problems Check() => new Problems()
        .When(Subject.Length > MostSubject, "subject", "Outreach.TooLong", MostSubject)
        .When(Subject.Any(char.IsControl), "subject", "Outreach.OneLine")
        .When(string.IsNullOrWhiteSpace(Text), "text", "Outreach.TextMissing")
        .When(Text.Length > MostText, "text", "Outreach.TooLong", MostText);

    /// <summary>What keeps it from being sent: places that nobody filled.</summary>
    public Problems CheckToSend() => Check()
        .When(MergeFields.Gaps(Subject) is { Count: > 0 }, "subject", "Outreach.GapsLeft", MergeFields.Gaps(Subject))
        .When(MergeFields.Gaps(Text) is { Count: > 0 }, "text", "Outreach.GapsLeft", MergeFields.Gaps(Text));
}

/// <summary>A template as somebody writes it.</summary>
public sealed record NewTemplate(string Name, string Subject, string Text, Guid? Id = null)
{
    public const int MostName = 100;

    public Problems Check() => new Wording(Subject, Text).Check()
        .When(Texts.FilledLine(Name) is null, "name", "Outreach.TemplateNameMissing")
        .When(Name.Length > MostName, "name", "Outreach.TooLong", MostName);
}

/// <summary>Words to begin a message with: the owner's own, or such as are there from the start, named by an id or a word.</summary>
public sealed record Opening(string Id, string Name, string Subject, string Text, Guid? Own)
{
    /// <summary>There from the start, in the language that is spoken.</summary>
    public static IReadOnlyList<Opening> FromTheStart => [.. Enum.GetNames<Occasion>().Select(n => new Opening(Named(n), Speech.Say($"Outreach.Template{n}"), Said($"Outreach.Template{n}Subject"), Said($"Outreach.Template{n}Text"), null))];

    /// <summary>Hardly more than a greeting.</summary>
    public static string Blank => Said("Outreach.BlankText");

    /// <summary>In sentences braces hold inputs: fields stand in brackets there.</summary>
    private static string Said(string key) => Speech.Say(key).Replace('[', '{').Replace(']', '}');

    private static string Named(string occasion) => char.ToLowerInvariant(occasion[0]) + occasion[1..];

    private enum Occasion { FirstWord, FollowUp, AfterMeeting, Reconnect, Partnership, Thanks }
}
