using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Sample;

/// <summary>One person of the sample network, with what is between them and the owner.</summary>
internal sealed record SamplePerson(PersonDetails Details, AffiliationDetails? Affiliation, Layer Layer, IReadOnlyList<SampleTouch> Touches);

internal sealed record SampleTouch(DateOnly On, TouchKind Kind, Direction Direction, int? Minutes, string? Note);

/// <summary>A believable network, the same for the same day.</summary>
internal static class SampleNetwork
{
    private const int Seed = 1701, TwoYears = 730;

    public static IReadOnlyList<SamplePerson> On(DateOnly today)
    {
        var chance = new Random(Seed);
        return [.. SamplePeople.Table.Split('\n').Select(line => Read(line.Split('|'), today, chance))];
    }

    private static SamplePerson Read(string[] cells, DateOnly today, Random chance)
    {
        var layer = Enum.Parse<Layer>(cells[6], ignoreCase: true);
        var touches = Touches(cells, today, chance);
        var affiliation = cells[4].Length + cells[5].Length == 0 ? null : new AffiliationDetails(cells[4], cells[5]);
        return new SamplePerson(Details(cells, touches[0].On, today), affiliation, layer, touches);
    }

    private static PersonDetails Details(string[] cells, DateOnly met, DateOnly today) => new()
    {
        Name = cells[0],
        GivenName = cells[1],
        FamilyName = cells[2],
        Roles = cells[3].Length == 0 ? [] : [new(cells[3], met)],
        Addresses = [new("work", null, cells[9].Split(", ")[0], null, cells[9].Split(", ")[1])],
        Topics = cells[10].Split(", "),
        HowMet = cells[11],
        MetOn = met.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        Emails = [new(Email(cells), "work")],
        Dates = cells[13].Length == 0 ? [] : [Birthday(cells[13], today)],
        Labels = cells[10].Contains("clinics", StringComparison.Ordinal) ? ["clinics"] : [],
    };

    /// <summary>An address that can never reach anybody (RFC 2606).</summary>
    private static string Email(string[] cells)
    {
        var letters = string.Concat($"{cells[1]}.{cells[2]}".Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsAsciiLetter(c) || c == '.')).Trim('.').ToLowerInvariant();
        return (letters.Length > 2 ? letters : "person" + Math.Abs(cells[0].Sum(c => c))) + "@example.org";
    }

    private static DateDetails Birthday(string text, DateOnly today) => text[0] switch
    {
        '+' => new("birthday", null, today.AddDays(Number(text[1..])).Month, today.AddDays(Number(text[1..])).Day),
        '-' => new("birthday", null, Number(text[2..4]), Number(text[5..7])),
        _ => new("birthday", Number(text[..4]), Number(text[5..7]), Number(text[8..10])),
    };

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Back from the last touch by gaps around the person's rhythm, for up to two years; oldest first.</summary>
    private static List<SampleTouch> Touches(string[] cells, DateOnly today, Random chance)
    {
        var (gap, kind) = (Number(cells[7]), Enum.Parse<TouchKind>(cells[12], ignoreCase: true));
        var touches = new List<SampleTouch>();
        for (var ago = Number(cells[8]); ago < TwoYears; ago += Math.Max(1, (int)(gap * (0.6 + 0.9 * chance.NextDouble()))))
        {
            touches.Add(One(today.AddDays(-ago), kind, chance));
            if (gap == 0) break;
        }
        touches.Reverse();
        return touches;
    }

    private static SampleTouch One(DateOnly on, TouchKind usual, Random chance)
    {
        var kind = chance.Next(4) == 0 ? TouchKind.Message : usual;
        var written = kind is TouchKind.Message or TouchKind.Mail;
        var direction = written ? (chance.Next(2) == 0 ? Direction.Out : Direction.In) : Direction.Both;
        return new SampleTouch(on, kind, direction, written ? null : 15 * chance.Next(1, 6), chance.Next(3) == 0 ? null : SamplePeople.Notes[chance.Next(SamplePeople.Notes.Length)]);
    }
}
