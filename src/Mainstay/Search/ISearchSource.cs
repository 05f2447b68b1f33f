using Mainstay.Storage;

namespace Mainstay.Search;

/// <summary>A room that says by which words people are found.</summary>
public interface ISearchSource
{
    /// <summary>What its texts are: each code is used by no other source and never reused.</summary>
    IReadOnlyList<SearchField> Fields { get; }

    /// <summary>Whose text this row is part of; null when it is nobody's, or when the row alone cannot say.</summary>
    Guid? PersonOf(IOwned row);

    /// <summary>Whose text stands in rows that belong to several (an organization, a touch). Asked before such rows are changed or removed.</summary>
    Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop);

    /// <summary>All texts of these people, one person after the other, each in the order in which they may be quoted; read as far as they are needed. Those in the trash may be left out or not.</summary>
    IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop);

    /// <summary>Texts of these people to be quoted; of what piles up only a part, counted in the order in which it may be quoted. Whoever does not pile up gives all at first.</summary>
    IAsyncEnumerable<SearchText> PartOf(Store store, IReadOnlyCollection<Guid> people, QuotedPart part, CancellationToken stop) =>
        TextsOf(store, part.Skip == 0 ? people : [], stop);
}

/// <summary>What is looked at to be quoted.</summary>
/// <param name="Fields">The fields, as bits; texts of others may be left out or not.</param>
/// <param name="Skip">So many of each person were looked at already.</param>
/// <param name="Take">So many more.</param>
public readonly record struct QuotedPart(uint Fields, int Skip, int Take)
{
    public bool Has(SearchField field) => (Fields >> field.Code & 1) != 0;
}

/// <summary>The room that knows who there is to be found.</summary>
public interface ISearchPeople
{
    /// <summary>The field of the name that is shown.</summary>
    SearchField Name { get; }

    /// <summary>Those of these people who may be found; not those in the trash.</summary>
    Task<IReadOnlyList<FoundPerson>> Those(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop);

    /// <summary>Everybody who may be found.</summary>
    Task<IReadOnlyList<Guid>> Everybody(Store store, CancellationToken stop);
}

public sealed record FoundPerson(Guid Id, string Name, string SortKey);

/// <summary>A kind of text.</summary>
/// <param name="Code">0 to 31; kept in the index.</param>
/// <param name="Name">camelCase; <c>Search.{Name}</c> is its name in words.</param>
/// <param name="Weight">What a word in it is worth.</param>
/// <param name="Typical">How many words it usually has: a longer text is held back. Null for a pile of short texts, which is not held back however high it grows.</param>
public sealed record SearchField(int Code, string Name, double Weight, int? Typical)
{
    /// <summary>The whole text is found as one, too: by its beginning, ahead of others.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A text by which a person is found.</summary>
public readonly record struct SearchText(Guid Person, SearchField Field, string Text);
