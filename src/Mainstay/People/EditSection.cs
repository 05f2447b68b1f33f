using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>A part of a record that has a form of its own.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Heading">What stands over it.</param>
/// <param name="Fields">In the order of the form.</param>
public sealed record EditSection<TRecord>(string Name, Reason Heading, IReadOnlyList<EditField<TRecord>> Fields)
{
    /// <summary>How a record is kept in the end: what is typed is compared as it would be kept.</summary>
    public Func<TRecord, TRecord> Kept { get; init; } = r => r;

    public TRecord Take(TRecord to, TRecord from) => Fields.Aggregate(to, (r, f) => f.Take(r, from));

    public TRecord Read(TRecord onto, Sheet sheet, Problems problems) => Fields.Aggregate(onto, (r, f) => f.Read(r, sheet, problems));

    /// <summary>The form filled in with a record.</summary>
    public Sheet Filled(TRecord record)
    {
        var sheet = new Sheet([]);
        foreach (var field in Fields) field.Fill(sheet, record);
        return sheet;
    }

    /// <summary>What tells one state of a record from another, field by field. It goes with the form, so that it is known later which fields were changed, and by whom.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints(TRecord record)
    {
        var kept = Kept(record);
        return Fields.ToDictionary(f => f.Name, f => Fingerprint(f.Value(kept)));
    }

    public string Fingerprint(TRecord record) => string.Join(' ', Fingerprints(record).Select(f => $"{f.Key}:{f.Value}"));

    private static string Fingerprint(object? value)
    {
        var text = JsonSerializer.Serialize(value, Json.OneLine).Replace("\\r\\n", "\\n", StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];
    }
}

/// <summary>A form brought together with what the record has become since it was opened.</summary>
/// <param name="Now">What the record is.</param>
/// <param name="Record">The record with everything that was changed on either side, as far as the two do not contradict each other; with the form's own word where they do.</param>
/// <param name="Clashes">Fields that both sides changed, to something else.</param>
/// <param name="Meanwhile">Other fields of the form that somebody else changed.</param>
public sealed record Reconciled<TRecord>(TRecord Now, TRecord Record, IReadOnlyList<EditField<TRecord>> Clashes, IReadOnlyList<EditField<TRecord>> Meanwhile)
{
    /// <summary>Whether there is anything to write, and nothing in its way.</summary>
    public bool IsToWrite(EditSection<TRecord> section) => Clashes.Count == 0 && section.Fingerprint(Record) != section.Fingerprint(Now);
}

public static class Reconciling
{
    /// <summary>Brings a form together with what the record is now.</summary>
    /// <param name="edit">What was typed, and what the form began with; a field of which that is not said counts as not changed by others.</param>
    /// <param name="now">What the record is now.</param>
    public static Reconciled<TRecord> With<TRecord>(this Edit<TRecord> edit, TRecord now)
    {
        var (mine, theirs) = (edit.Section.Fingerprints(edit.Typed), edit.Section.Fingerprints(now));
        var (clashes, meanwhile) = (new List<EditField<TRecord>>(), new List<EditField<TRecord>>());
        var record = now;
        foreach (var group in edit.Section.Fields.GroupBy(f => f.Group ?? f.Name))
        {
            var iChanged = group.Any(f => mine[f.Name] != Began(f));
            var theyChanged = group.Where(f => theirs[f.Name] != Began(f)).ToList();
            if (iChanged && theyChanged.Count > 0) clashes.AddRange(group.Where(f => mine[f.Name] != theirs[f.Name]));
            else meanwhile.AddRange(theyChanged);
            if (iChanged) record = group.Aggregate(record, (r, f) => f.Take(r, edit.Typed));
        }
        return new Reconciled<TRecord>(now, record, clashes, meanwhile);

        string Began(EditField<TRecord> field) => edit.Was.GetValueOrDefault(field.Name) ?? theirs[field.Name];
    }

    /// <summary>Reads what <see cref="EditSection{TRecord}.Fingerprint(TRecord)"/> wrote.</summary>
    public static IReadOnlyDictionary<string, string> Fingerprints(string text) =>
        text.Split(' ').Select(p => p.Split(':')).Where(p => p.Length == 2).DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1]);
}
