namespace Mainstay.Coverage;

/// <summary>A person on the beam of a need.</summary>
/// <param name="Helper">Who.</param>
/// <param name="At">Where, in hundredths of the beam.</param>
/// <param name="Lane">0 stands on the beam, 1 above.</param>
public sealed record BeamMark(Helper Helper, double At, int Lane);

/// <summary>How a need is drawn: people stand on a beam at how surely they would help, and the beam shows how surely somebody would.</summary>
public sealed record Beam(IReadOnlyList<BeamMark> Marks, int More)
{
    public const int Most = 8;

    /// <summary>A mark takes so much of the beam on a phone; a crowded one moves aside by no more than that.</summary>
    private const double Width = 10, First = 5, Last = 95;

    private const int Lanes = 2;

    public int LanesUsed => Marks.Count == 0 ? 0 : Marks.Max(m => m.Lane) + 1;

    public static Beam Of(NeedCover cover)
    {
        var (ends, marks) = (new double[Lanes], new List<BeamMark>());
        Array.Fill(ends, First - Width);
        var shown = cover.Counting.Take(Most).ToList();
        foreach (var helper in shown.AsEnumerable().Reverse()) // the least sure first
        {
            var wanted = Math.Clamp(helper.Chance * 100, First, Last);
            var lane = ends[0] + Width <= wanted || ends[0] <= ends[1] ? 0 : 1;
            ends[lane] = Math.Max(wanted, ends[lane] + Width);
            marks.Add(new(helper, ends[lane], lane));
        }
        return new(Fitted(marks), cover.Counting.Count() - shown.Count);
    }

    /// <summary>Very many sure ones would stand beyond the end: then all move back alike.</summary>
    private static List<BeamMark> Fitted(List<BeamMark> marks)
    {
        var over = marks.Count == 0 ? 0 : marks.Max(m => m.At) - Last;
        return over <= 0 ? marks : marks.ConvertAll(m => m with { At = Math.Max(First, m.At - over) });
    }
}
