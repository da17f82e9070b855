import Publishing

/// The head of a page: the one question that it answers, and the answer in a sentence.
enum QuestionHead {
  static func blocks(_ question: [Inline], answer: [Inline]) -> [Block] {
    [.quote([.paragraph(question)]), .paragraph([.strong(answer)])]
  }
}
