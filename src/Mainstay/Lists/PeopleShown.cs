using Mainstay.People;

namespace Mainstay.Lists;

/// <summary>The list as a page shows it: what is wanted, who that is, and what can be done with it.</summary>
public sealed record PeopleShown
{
    private const string Path = "/people";

    public required PeopleWanted Wanted { get; init; }

    public required ListedPeople Found { get; init; }

    /// <summary>This page's people, with what the rooms know of them.</summary>
    public required IReadOnlyList<ListedPerson> People { get; init; }

    public required IReadOnlyList<SavedView> Views { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The view from which this list began, if it did from one.</summary>
    public SavedView? View { get; init; }

    /// <summary>Several are about to be changed: each has a box to tick.</summary>
    public bool IsChoosing { get; init; }

    /// <summary>Every box is ticked from the beginning.</summary>
    public bool IsTicked { get; init; }

    /// <summary>It shows something else than its view does.</summary>
    public bool IsChanged => View is not null && View.People != Wanted;

    public int Total => Found.Part.Total;

    /// <summary>The page where this list begins.</summary>
    public string Here => At(Wanted);

    public string? Before => Found.Part is { HasBefore: true, First: { } first } ? With(Choosing(Here), "before", first.ToString()) : null;

    public string? After => Found.Part is { HasAfter: true, Last: { } last } ? With(Choosing(Here), "after", last.ToString()) : null;

    /// <summary>Another list, of the same view.</summary>
    public string At(PeopleWanted other) => At(other, View);

    public static string At(PeopleWanted wanted, SavedView? view)
    {
        var address = wanted.Text.Length == 0 ? Path : $"{Path}?{wanted.Text}";
        return view is null ? address : With(address, "view", view.Id.ToString());
    }

    public static string With(string address, string name, string value) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";

    private string Choosing(string address) => IsChoosing ? With(address, "choose", "1") : address;
}
