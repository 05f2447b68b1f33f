using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>How many people a list holds, and by what it could be narrowed.</summary>
public sealed record FacetsAnswer(int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);

/// <summary>A change of many people, as programs write it.</summary>
public sealed record PeopleEditFields
{
    public required EditKind Edit { get; init; }

    [Description("The label, the role, the layer, the cadence: its days, or a word for it such as `monthly` (`0` or `off` for never, `null` or `layer` for the layer's own).")]
    public string? Value { get; init; }

    [Description("Everybody is meant, when nothing narrows the list.")]
    public bool Everybody { get; init; }
}

/// <summary>A change of many people, as programs are told of it.</summary>
public sealed record BulkAnswer(
    Guid Id,
    EditKind Edit,
    string? Value,
    [property: Description("Of how many it was asked.")] int Asked,
    [property: Description("How many of them it changed.")] int People,
    DateTime? UndoneAt,
    [property: Description("Some of those who stayed as they are when it was taken back.")] IReadOnlyList<PersonLine> Stayed)
{
    public static BulkAnswer Of(BulkChange change, IReadOnlyList<PersonLine> stayed) => new(change.Id, change.What.Kind, change.What.Value, change.Asked, change.People, change.UndoneAt, stayed);
}

/// <summary>A saved view, as programs are told of it.</summary>
public sealed record ViewAnswer(Guid Id, string Name, [property: Description("What it shows, as the address of a list has it: facets, `q` and `sort`.")] string Wanted)
{
    public static ViewAnswer Of(SavedView view) => new(view.Id, view.Name, view.Wanted);
}

public sealed record ViewFields(string Name, [property: Description("What it shows, as the address of a list has it: facets, `q` and `sort`.")] string Wanted)
{
    public PeopleWanted ToWanted()
    {
        var problems = new Problems();
        var wanted = PeopleWanted.OfText(Wanted, problems);
        Mistaken.ThrowIf(problems);
        return wanted;
    }
}
