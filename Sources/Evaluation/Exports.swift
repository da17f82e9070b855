// Whoever writes an evaluator imports this module alone: the draws that it takes and the yearly
// draws that it gives come along.
@_exported public import Plan
@_exported public import Simulation
