using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>A row that belongs to one person, in the order they are kept.</summary>
public interface IDetail : IOwned
{
    Guid PersonId { get; set; }

    int Position { get; set; }
}

public abstract class Detail : IDetail
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public int Position { get; set; }
}

public enum ContactKind { Email = 0, Phone = 1, Link = 2, Chat = 3 }

/// <summary>A way to reach a person.</summary>
public sealed class ContactPoint : Detail
{
    public ContactKind Kind { get; init; }

    public required string Value { get; set; }

    public string? Label { get; set; }

    /// <summary>The value as it is compared: a folded address, a number with country code.</summary>
    public required string Normal { get; set; }
}

/// <summary>Where a person gets their post.</summary>
public sealed class PostalAddress : Detail
{
    public string? Label { get; set; }

    public string? PoBox { get; set; }

    public string? Extended { get; set; }

    public string? Street { get; set; }

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }
}

/// <summary>A day that matters to a person. A birthday may lack its year.</summary>
public sealed class ImportantDate : Detail
{
    /// <summary><c>birthday</c>, <c>anniversary</c>, or the owner's own word.</summary>
    public required string Kind { get; set; }

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }
}

public enum TagKind { Label = 0, Topic = 1, Language = 2 }

/// <summary>A short word on a person: a label of the owner's, a topic they know about, a language they speak.</summary>
public sealed class Tag : Detail
{
    public TagKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>The folded name.</summary>
    public required string Normal { get; set; }
}

/// <summary>What a person is to me: mentor, advisor, coach, peer, colleague, partner, sponsor, friend, …</summary>
public sealed class Role : Detail
{
    public required string Name { get; set; }

    public DateOnly? Since { get; set; }

    public DateOnly? Until { get; set; }
}

/// <summary>How a person is related to another, who may or may not be in this space.</summary>
public sealed class Relation : Detail
{
    /// <summary><c>spouse</c>, <c>child</c>, <c>manager</c>, … or the owner's own word.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public Guid? OtherId { get; set; }
}

/// <summary>Anything else worth keeping.</summary>
public sealed class CustomField : Detail
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}

/// <summary>A person's picture, as it was given: an imported card's letter by letter, so that the card can be written again. It is never shown; its <see cref="Face"/> is. Its id is the person's.</summary>
public sealed class Photo : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    public required string MediaType { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>What is shown of a person's picture: a square in two sizes, painted anew, in which nothing else can hide. Made of the <see cref="Photo"/> when it is first asked for. Its id is the person's.</summary>
public sealed class Face : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    /// <summary>Of which picture: the person's <see cref="Person.PhotoHash"/>.</summary>
    public required string Hash { get; set; }

    public required byte[] Large { get; set; }

    public required byte[] Small { get; set; }
}

/// <summary>How something was before it was changed or removed, kept for a while so that it can be taken back.</summary>
public sealed class Former : IOwned
{
    public const int DaysKept = 30;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person it belongs to, with whom it goes; null when it is about something else.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it was: a part of the person's record, a photo, a touch.</summary>
    public required string Kind { get; init; }

    /// <summary>As JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The fingerprint of what it became: only that is taken back.</summary>
    public required string After { get; init; }

    public DateTime At { get; init; }
}

/// <summary>The card as a client gave it, letter by letter. Changes are patched onto it, so that nothing it holds is lost. Its id is the person's.</summary>
public sealed class OriginalCard : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    /// <summary>The card's own UID, if it has one.</summary>
    public string? Uid { get; set; }

    public required string Text { get; set; }
}
