using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>An organization by its name.</summary>
public sealed record OrganizationNamed(Guid Id, string Name);

/// <summary>A need by its topic.</summary>
public sealed record NeedNamed(Guid Id, string Topic);

/// <summary>A membership, as programs are told of it.</summary>
public sealed record MembershipAnswer
{
    public required Guid Id { get; init; }

    public required OrganizationNamed Organization { get; init; }

    public required MembershipKind Kind { get; init; }

    [Description("`letGo`: it was considered, and never joined.")]
    public required MembershipStage Stage { get; init; }

    [Description("How it stands, in a sentence.")]
    public required string Sentence { get; init; }

    public required DateOnly ConsideredOn { get; init; }

    public DateOnly? JoinedOn { get; init; }

    [Description("Since when it is over.")]
    public DateOnly? LeftOn { get; init; }

    [Description("For which needs.")]
    public IReadOnlyList<NeedNamed> Needs { get; init; } = [];

    public string? Role { get; init; }

    public string? Benefits { get; init; }

    [Description("The amount of one payment, as a decimal: `12.50`.")]
    public string? Dues { get; init; }

    [Description("Three letters.")]
    public string? Currency { get; init; }

    public DuesPeriod Period { get; init; }

    [Description("The next renewal; of one that does not renew by itself the one nobody saw to yet, which may have passed.")]
    public DateOnly? NextRenewalOn { get; init; }

    [Description("The renewal day you said; the others follow from it.")]
    public DateOnly? RenewsOn { get; init; }

    public bool RenewsItself { get; init; }

    public string? Link { get; init; }

    public double? HoursAMonth { get; init; }

    public string? Note { get; init; }

    [Description("When you last asked yourself whether it is worth your time, and stayed.")]
    public DateOnly? WeighedOn { get; init; }

    [Description("What it brought and what it takes, one sentence each.")]
    public required IReadOnlyList<string> Facts { get; init; }

    [Description("Who is known from there, and why it is thought so.")]
    public required IReadOnlyList<PersonFromAnswer> People { get; init; }

    public static MembershipAnswer Of(MembershipLine line, Brought brought, DateOnly today) => new()
    {
        Id = line.It.Id, Organization = new(line.It.OrganizationId, line.Organization), Kind = line.It.Kind, Stage = line.It.Stage, Sentence = MembershipWords.State(line.It).InWords(), ConsideredOn = line.It.ConsideredOn, JoinedOn = line.It.JoinedOn, LeftOn = line.It.LeftOn,
        Needs = [.. line.Needs.Select(n => new NeedNamed(n.Id, n.Topic))], Role = line.It.Role, Benefits = line.It.Benefits, Dues = line.It.Dues, Currency = line.It.Currency, Period = line.It.Period, NextRenewalOn = line.It.NextOn(today), RenewsOn = line.It.RenewsOn, RenewsItself = line.It.RenewsItself,
        Link = line.It.Link, HoursAMonth = line.It.HoursAMonth, Note = line.It.Note, WeighedOn = line.It.WeighedOn, Facts = [.. brought.Facts(line.It, today).Select(f => f.InWords())], People = [.. brought.People.Select(p => new PersonFromAnswer(p.Person, p.Why.InWords(), p.Supports))],
    };
}

public sealed record PersonFromAnswer(PersonLine Person, string Why, [property: Description("The topics of the needs they are said to help with.")] IReadOnlyList<string> Supports);

/// <summary>A membership, as programs write it.</summary>
public sealed record MembershipFields
{
    public required Guid OrganizationId { get; init; }

    public MembershipKind? Kind { get; init; }

    [Description("Since when it is considered; today when not said.")]
    public DateOnly? ConsideredOn { get; init; }

    [Description("Not joined when not said.")]
    public DateOnly? JoinedOn { get; init; }

    [Description("Since when it is over.")]
    public DateOnly? LeftOn { get; init; }

    [Description("For which needs.")]
    public IReadOnlyList<Guid>? NeedIds { get; init; }

    public string? Role { get; init; }

    public string? Benefits { get; init; }

    [Description("The amount of one payment: `12.50`.")]
    public string? Dues { get; init; }

    [Description("Three letters: `EUR`.")]
    public string? Currency { get; init; }

    [Description("`none` when not said.")]
    public DuesPeriod? Period { get; init; }

    [Description("A day on which it renews.")]
    public DateOnly? RenewsOn { get; init; }

    public bool? RenewsItself { get; init; }

    public string? Link { get; init; }

    public double? HoursAMonth { get; init; }

    public string? Note { get; init; }

    public MembershipDetails ToDetails() => new()
    {
        OrganizationId = OrganizationId, Kind = Kind ?? MembershipKind.Association, ConsideredOn = ConsideredOn, JoinedOn = JoinedOn, LeftOn = LeftOn, NeedIds = NeedIds ?? [], Role = Role, Benefits = Benefits, Dues = Dues, Currency = Currency,
        Period = Period ?? DuesPeriod.None, RenewsOn = RenewsOn, RenewsItself = RenewsItself == true, Link = Link, HoursAMonth = HoursAMonth, Note = Note,
    };
}

/// <summary>On which day, as programs say it.</summary>
public sealed record MembershipDayFields([property: Description("The day; today when not said.")] DateOnly? On = null);

/// <summary>Until when it is renewed, as programs say it.</summary>
public sealed record RenewalFields([property: Description("The next renewal; it follows from the one before when not said.")] DateOnly? Next = null);
