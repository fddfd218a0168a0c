using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>The equipment was tried (TECH-02..04).</summary>
public sealed record TechnicalCheckRecorded(TechnicalCheck Check) : IEvent;

/// <summary>The seller estimated the sales of the LIVE, all products anew (PRE-07).</summary>
public sealed record SalesEstimated(ValueList<ProjectedUnits> Estimates) : IEvent;

/// <summary>The run sheet was written, all of it anew (PRE-01).</summary>
public sealed record RunSheetWritten(ValueList<RunSheetSegment> Segments) : IEvent;

/// <summary>The reference card of a product was written (PRE-06).</summary>
public sealed record ReferenceCardWritten(ReferenceCard Card) : IEvent;
