using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>What is good to know before a talk, on one page.</summary>
/// <param name="Person">With whom.</param>
/// <param name="Sections">What there is to know, in the order in which it is needed.</param>
public sealed record Brief(PersonLine Person, IReadOnlyList<BriefSection> Sections);

/// <summary>A part of a brief: what it is about, and a sentence each.</summary>
public sealed record BriefSection(Reason Title, IReadOnlyList<Reason> Lines);
