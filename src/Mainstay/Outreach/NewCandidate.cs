using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>A candidate as somebody notes or changes it.</summary>
public sealed record NewCandidate
{
    public const int MostName = 500, MostWords = 500, MostText = 10_000, MostLink = 2_000;

    /// <summary>The candidate's id, when the door has one: noted twice with the same, it is noted once.</summary>
    public Guid? Id { get; init; }

    /// <summary>Not needed when it is one of the owner's people.</summary>
    public string? Name { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>It is somebody else than whoever of the owner's people is called so.</summary>
    public bool IsNew { get; init; }

    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Link { get; init; }

    public Origin Origin { get; init; }

    public string? OriginText { get; init; }

    public Guid? NeedId { get; init; }

    public string? Topic { get; init; }

    public string? Role { get; init; }

    public string? Note { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    /// <summary>A candidate as it is noted now.</summary>
    public static NewCandidate Of(Candidate it) => new()
    {
        Name = it.Name, PersonId = it.PersonId, Headline = it.Headline, Organization = it.Organization, Mail = it.Mail, Link = it.Link, Origin = it.Origin, OriginText = it.OriginText,
        NeedId = it.NeedId, Topic = it.Topic, Role = it.Role, Note = it.Note, NextStep = it.NextStep, NextOn = it.NextOn,
    };

    public Problems Check() => new Problems()
        .When(PersonId is null && PersonNames.Key(Name ?? "").Length == 0, "name", "Outreach.NameMissing")
        .When(PersonId is not null && IsNew, "isNew", "Outreach.EitherKnownOrNew")
        .When(Name?.Length > MostName, "name", "Outreach.TooLong", MostName)
        .When(Headline?.Length > MostWords, "headline", "Outreach.TooLong", MostWords)
        .When(Organization?.Length > MostWords, "organization", "Outreach.TooLong", MostWords)
        .When(Mail is { } mail && (mail.Length > MostWords || Contacts.Email(mail) is null), "mail", "Outreach.NotAMail", Mail)
        .When(Link is { } link && !IsLink(link), "link", "Outreach.NotALink")
        .When(!Enum.IsDefined(Origin), "origin", "Outreach.NotAnOrigin")
        .When(OriginText?.Length > MostWords, "originText", "Outreach.TooLong", MostWords)
        .When(Topic?.Length > MostWords, "topic", "Outreach.TooLong", MostWords)
        .When(Role?.Length > MostWords, "role", "Outreach.TooLong", MostWords)
        .When(Note?.Length > MostText, "note", "Outreach.TooLong", MostText)
        .When(NextStep?.Length > MostWords, "nextStep", "Outreach.TooLong", MostWords);

    /// <summary>An address that a browser may be led to: nothing that runs in the page.</summary>
    private static bool IsLink(string link) => link.Length <= MostLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http");
}
