using Mainstay.Words;

namespace Mainstay.People;

/// <summary>A postal address as it is typed: <c>home=street=1 Harbour St; city=Arlington; postal-code=22201</c>. What has no name is the street.</summary>
internal static class AddressCli
{
    private static readonly Dictionary<string, Func<AddressDetails, string, AddressDetails>> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["street"] = (a, text) => a with { Street = a.Street is null ? text : a.Street + "\n" + text },
        ["extended"] = (a, text) => a with { Extended = text },
        ["po-box"] = (a, text) => a with { PoBox = text },
        ["postal-code"] = (a, text) => a with { PostalCode = text },
        ["city"] = (a, text) => a with { City = text },
        ["region"] = (a, text) => a with { Region = text },
        ["country"] = (a, text) => a with { Country = text },
    };

    public static AddressDetails Read(string text, Problems problems)
    {
        var (label, rest) = Cut(text) is var (name, value) && !name.Contains(';', StringComparison.Ordinal) && !Parts.ContainsKey(name) ? (name, value) : (null, text);
        var address = new AddressDetails(PersonWords.KeptLabel(label), null, null, null, null);
        foreach (var part in rest.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (what, said) = Cut(part) ?? ("street", part);
            if (Parts.TryGetValue(what, out var put)) address = put(address, said);
            else problems.Add("addresses", "People.NoPartOfAddress", what, string.Join(", ", Parts.Keys));
        }
        problems.When(address with { Label = null } == new AddressDetails(null, null, null, null, null), "addresses", "People.AddressEmpty", text);
        return address;
    }

    /// <summary>One of a label takes the place of another; without a label it is another one where the street is another.</summary>
    public static string Key(AddressDetails address) => PersonNames.Key(address.Label ?? address.Street ?? PersonSections.InWords(address).InWords());

    /// <summary>Whether what is typed to take one away means it: its label or its street.</summary>
    public static bool IsMeant(AddressDetails address, string typed) =>
        PersonNames.Key(typed) is var wanted && (Key(address) == wanted || Key(address) == PersonNames.Key(PersonWords.KeptLabel(typed) ?? "") || (address.Street is { } street && PersonNames.Key(street) == wanted));

    private static (string Name, string Value)? Cut(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : null;
}
