using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>A calendar as somebody subscribes to it.</summary>
public sealed record NewCalendar
{
    public const int MostName = 200, MostTopics = 500, Most = 50;

    /// <summary>The calendar's id, when the door has one: added twice with the same, it counts once.</summary>
    public Guid? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it is; when a calendar is changed and none is given, it stays.</summary>
    public string? Address { get; init; }

    /// <summary>What all of its gatherings are about, with commas between.</summary>
    public string? Topics { get; init; }

    /// <summary>The organization whose calendar it is.</summary>
    public Guid? OrganizationId { get; init; }

    public Problems Check(bool isNew) => new Problems()
        .When(Texts.FilledLine(Name) is null, "name", "Calendars.NameMissing")
        .When(Name?.Length > MostName, "name", "Calendars.TooLong", MostName)
        .When(isNew && string.IsNullOrWhiteSpace(Address), "address", "Calendars.AddressMissing")
        .When(Topics?.Length > MostTopics, "topics", "Calendars.TooLong", MostTopics);
}
