using System.Globalization;
using System.Text;
using Mainstay.Formats;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Matching;

/// <summary><c>/match</c>: a draft of who could be whose mentor, from two spreadsheets that stay in the browser's form. Nothing is kept here.</summary>
public sealed partial class MatchPage
{
    internal const string Address = "/match";

    /// <summary>Letters of one sheet.</summary>
    internal const int MostText = 1_000_000;

    private const long MostHeard = 16_000_000;

    private static readonly (string Side, string Label)[] Sides = [("mentees", "Mentees"), ("mentors", "Mentors")];

    [Parameter] public Draft? Draft { get; set; }
    [Parameter] public Typed? Typed { get; set; }

    private static IEnumerable<(string, string)> Modes => Enum.GetValues<MatchMode>().Select(m => (m.ToString(), Speech.Say("Matching.Mode" + m)));

    private static IEnumerable<(string, string)> Aims => Enum.GetValues<MatchAim>().Select(a => (a.ToString(), Speech.Say("Matching.Aim" + a)));

    private bool HasBounds => Typed is not null && (Typed.Value("pins")?.Trim().Length > 0 || Typed.Value("apart")?.Trim().Length > 0);

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, () => Answers.Page<MatchPage>(new { }));
        pages.Post(Address, [TakesFiles(MostHeard)] async (HttpContext http, CancellationToken stop) =>
        {
            var form = await WithFiles(await http.Request.ReadFormAsync(stop), stop);
            try
            {
                return Answers.Page<MatchPage>(new { Draft = Pair(form, stop), Typed = new Typed("match", form, []) }, StatusCodes.Status200OK);
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<MatchPage>(new { Typed = new Typed("match", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
        pages.Post(Address + "/pairs.csv", [TakesFiles(MostHeard)] async (HttpContext http, CancellationToken stop) =>
        {
            var form = await WithFiles(await http.Request.ReadFormAsync(stop), stop);
            try
            {
                return Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(PairingSheet.Of(Pair(form, stop)))).ToArray(), "text/csv; charset=utf-8", "pairs.csv");
            }
            catch (Mistaken mistaken)
            {
                return Answers.Page<MatchPage>(new { Typed = new Typed("match", form, mistaken.Problems) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
    }

    private static Draft Pair(IFormCollection form, CancellationToken stop)
    {
        var problems = new Problems();
        double Number(string text, string field)
        {
            if (text.Length == 0) return 0;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
            problems.Add(field, field == "minimum" ? "Matching.MinimumRange" : "Matching.WeightUnread", text);
            return 0;
        }
        var rules = new RoundRules
        {
            MostPairs = RoundRules.MostPairsShared,
            Mode = Enum.TryParse<MatchMode>(form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : MatchMode.Assign,
            Aim = Enum.TryParse<MatchAim>(form["aim"], out var aim) && Enum.IsDefined(aim) ? aim : MatchAim.Everyone,
            Minimum = Number(form["minimum"].ToString().Trim(), "minimum"),
            Weights = form["criterion"].Zip(form["weight"]).Where(w => !string.IsNullOrWhiteSpace(w.First) && !string.IsNullOrWhiteSpace(w.Second)).DistinctBy(w => w.First, StringComparer.OrdinalIgnoreCase).ToDictionary(w => w.First!, w => Number((w.Second ?? "").Trim(), "weights"), StringComparer.OrdinalIgnoreCase),
            Pins = Pairs(form, "pins", problems),
            Apart = Pairs(form, "apart", problems),
        };
        foreach (var (side, _) in Sides) problems.When(form[side].ToString().Length > MostText, side, "Matching.TooLong", MostText);
        Mistaken.ThrowIf(problems);
        return Pairing.Of(Read(form, "mentees"), Read(form, "mentors"), Still(rules, form), stop);
    }

    /// <summary>A weight of a column that the sheets no longer have is not held against them.</summary>
    private static RoundRules Still(RoundRules rules, IFormCollection form)
    {
        var columns = Sides.Select(s => Read(form, s.Side).Columns).Aggregate((one, other) => [.. one.Intersect(other, StringComparer.OrdinalIgnoreCase)]);
        return rules with { Weights = rules.Weights.Where(w => w.Key is Criterion.Wants or Criterion.Prefers || columns.Contains(w.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(w => w.Key, w => w.Value, StringComparer.OrdinalIgnoreCase) };
    }

    private static ParticipantSheet Read(IFormCollection form, string side)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(form[side].ToString()));
        return SheetSource.Read(text, side);
    }

    /// <summary>One pair on a line: mentee = mentor.</summary>
    private static List<(string, string)> Pairs(IFormCollection form, string field, Problems problems)
    {
        var found = new List<(string, string)>();
        foreach (var line in form[field].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } one, { Length: > 0 } other]) found.Add((one, other));
            else problems.Add(field, "Matching.PairUnread", line);
        }
        return found;
    }

    /// <summary>What stands in a file that was chosen stands in the form from now on, so that the next draft does not ask for it again.</summary>
    private static async Task<IFormCollection> WithFiles(IFormCollection form, CancellationToken stop)
    {
        var values = form.ToDictionary(f => f.Key, f => f.Value);
        foreach (var (side, _) in Sides)
        {
            if (form.Files.GetFile(side + "File") is not { Length: > 0 } file) continue;
            using var held = new MemoryStream();
            await file.CopyToAsync(held, stop);
            held.Position = 0;
            using var table = CsvTable.Open(held);
            values[side] = new StringValues(table.Encoding.GetString(held.ToArray()).TrimStart('\uFEFF'));
        }
        return new FormCollection(values);
    }

    /// <summary>The criteria with what each counts: of the draft, or as they were typed when there is none.</summary>
    private IEnumerable<(string Name, string Label, string Weight)> Weights => Draft is not null
        ? Draft.Criteria.Select(c => (c.Name, QualityWords.Named(c), Said(c.Weight)))
        : (Typed?.Values["criterion"] ?? default).Zip(Typed?.Values["weight"] ?? default).Select(w => (w.First ?? "", Named(w.First ?? ""), w.Second ?? ""));

    private static string Named(string criterion) => criterion switch
    {
        Criterion.Wants => Speech.Say("Matching.CriterionWants"),
        Criterion.Prefers => Speech.Say("Matching.CriterionPrefers"),
        _ => criterion,
    };

    private static string Said(double weight) => weight.ToString("0.####", CultureInfo.InvariantCulture);
}
