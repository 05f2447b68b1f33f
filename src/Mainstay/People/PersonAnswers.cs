using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Mainstay.People;

/// <summary>A person in a list, as programs are told of them.</summary>
public sealed record ListedPersonAnswer(Guid Id, string Name)
{
    /// <summary>What the rooms know, by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Facts { get; init; } = new OrderedDictionary<string, object?>();

    public static ListedPersonAnswer Of(ListedPerson person) => new(person.Id, person.Name) { Facts = FactsOf(person) };

    internal static OrderedDictionary<string, object?> FactsOf(ListedPerson person) =>
        new(person.Facts.Select(f => KeyValuePair.Create<string, object?>(f.Key, f.Value is FactWord word ? word.Value : f.Value)));
}

/// <summary>One person's record, as programs are told of it.</summary>
public sealed record PersonRecordAnswer : PersonFields
{
    [JsonPropertyOrder(-2)]
    public Guid Id { get; init; }

    [Description("Their picture, if there is one.")]
    public PhotoAnswer? Photo { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; init; }

    [Description("Grows with every change.")]
    public long Revision { get; init; }

    /// <summary>What the rooms know, by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Facts { get; init; } = new OrderedDictionary<string, object?>();

    public static PersonRecordAnswer Of(PersonRecord record)
    {
        var (person, facts) = (record.Person, ListedPersonAnswer.FactsOf(record.Listed));
        foreach (var part in record.Parts) facts[part.Name] = part.Value;
        var kept = new PersonRecordAnswer { Id = person.Id, Photo = PhotoAnswer.Of(record.Details.Photo), CreatedAt = person.CreatedAt, ChangedAt = person.ChangedAt, Revision = person.Revision, Facts = facts };
        return (PersonRecordAnswer)kept.With(record.Details, record.Through);
    }
}

public sealed record PhotoAnswer(string MediaType, [property: Description("Its bytes.")] int Size)
{
    public static PhotoAnswer? Of(PhotoDetails? photo) => photo is null ? null : new(photo.MediaType, photo.Bytes.Length);
}

/// <summary>Somebody in the trash, as programs are told of them.</summary>
public sealed record TrashedPersonAnswer(Guid Id, string Name, DateOnly TrashedOn, [property: Description("From this day on they cannot be restored.")] DateOnly GoneOn);

/// <summary>How many were removed for good, as programs are told of them.</summary>
public sealed record EmptiedAnswer(int Removed);

/// <summary>A change that can be taken back, as programs are told of it.</summary>
public sealed record ChangeAnswer([property: Description("By what it is taken back; null when nothing was changed.")] Guid? Change);
